"""Somebody is told of a failure, by whatever way the environment names."""

import json
import logging
import socketserver
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from orchestration.notices import Notice, NoticeError, log, notifiers, tell

NOTICE = Notice(
    subject="Scrutiny: crawl failed", text="kelverton: failed\nravelston: stopped", run_id="r1"
)


@contextmanager
def serving(server):
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield f"127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def webhook(status=200):
    got = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            got.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(status)
            self.end_headers()

        def log_message(self, format, *args):
            """Nobody reads it."""

    with serving(HTTPServer(("127.0.0.1", 0), Handler)) as address:
        yield f"http://{address}/hook", got


@contextmanager
def mailbox():
    """A server that takes mail as RFC 5321 has it, and no more of it than a client needs."""
    got = []

    class Handler(socketserver.StreamRequestHandler):
        def handle(self):
            self.say("220 here")
            while line := self.rfile.readline().decode().strip().upper():
                if line == "DATA":
                    self.say("354 go on")
                    lines = iter(lambda: self.rfile.readline().decode().rstrip("\r\n"), ".")
                    got.append("\n".join(lines))
                    self.say("250 taken")
                elif line == "QUIT":
                    self.say("221 bye")
                    return
                else:
                    self.say("250 fine")

        def say(self, words):
            self.wfile.write(f"{words}\r\n".encode())

    with serving(socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)) as address:
        yield address, got


def test_a_webhook_gets_the_notice_as_json():
    with webhook() as (address, got):
        tell(NOTICE, notifiers({"SCRUTINY_WEBHOOK": address}))

    assert got[0]["subject"] == "Scrutiny: crawl failed"
    assert "kelverton: failed" in got[0]["text"]
    assert got[0]["run_id"] == "r1"


def test_mail_goes_to_whom_the_environment_names():
    with mailbox() as (address, got):
        told = {"SCRUTINY_MAIL_TO": "on-call@kelverton.example", "SCRUTINY_SMTP": address}
        tell(NOTICE, notifiers(told))

    assert "Subject: Scrutiny: crawl failed" in got[0]
    assert "To: on-call@kelverton.example" in got[0]
    assert "ravelston: stopped" in got[0]


def test_the_log_gets_every_notice(caplog):
    with caplog.at_level(logging.ERROR):
        tell(NOTICE, notifiers({}))

    assert "Scrutiny: crawl failed: kelverton: failed" in caplog.text


def test_a_way_that_fails_keeps_no_other_from_telling_and_is_told_itself():
    with webhook(status=500) as (broken, _), mailbox() as (address, got):
        told = {
            "SCRUTINY_WEBHOOK": broken,
            "SCRUTINY_MAIL_TO": "on-call@kelverton.example",
            "SCRUTINY_SMTP": address,
        }
        with pytest.raises(NoticeError, match="the webhook took no notice"):
            tell(NOTICE, notifiers(told))

    assert len(got) == 1


def test_a_mail_server_that_is_not_there_is_said():
    told = {"SCRUTINY_MAIL_TO": "a@b.example", "SCRUTINY_SMTP": "127.0.0.1:1"}

    with pytest.raises(NoticeError, match=r"127\.0\.0\.1:1 took no mail"):
        tell(NOTICE, notifiers(told))


def test_another_way_to_tell_is_one_function():
    heard = []

    tell(NOTICE, iter([log, heard.append]))

    assert heard == [NOTICE]
