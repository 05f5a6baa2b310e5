"""Telling somebody that a run failed: in the log, to a webhook, by e-mail, or all of them.

Which, is said by the environment: SCRUTINY_WEBHOOK is an address that takes JSON by POST;
SCRUTINY_MAIL_TO an address for mail, sent by SCRUTINY_SMTP (host:port, this machine's port 25 by
default) from SCRUTINY_MAIL_FROM. The log gets every notice. Another way to tell is one more
function from a notice to nothing.
"""

import logging
import os
import smtplib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from email.message import EmailMessage
from functools import partial

import requests

logger = logging.getLogger(__name__)

TIMEOUT_SECONDS = 10.0


class NoticeError(Exception):
    """A notice could not be delivered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What happened, for somebody who was asleep."""

    subject: str
    text: str
    run_id: str

    def in_plain_words(self) -> str:
        more = "`scrutiny status` says more, docs/running.md what to do."
        return f"{self.text}\n\nRun {self.run_id}; {more}\n"


Notifier = Callable[[Notice], None]


def notifiers(environment: Mapping[str, str] = os.environ) -> Iterator[Notifier]:
    """Every way to tell that is configured."""
    yield log
    if address := environment.get("SCRUTINY_WEBHOOK"):
        yield partial(post, address)
    if recipient := environment.get("SCRUTINY_MAIL_TO"):
        yield partial(
            mail,
            environment.get("SCRUTINY_SMTP") or "127.0.0.1:25",
            environment.get("SCRUTINY_MAIL_FROM") or recipient,
            recipient,
        )


def tell(notice: Notice, ways: Iterator[Notifier] | None = None) -> None:
    """Tell it every way; one that fails does not keep the others from it."""
    undelivered = []
    for way in ways or notifiers():
        try:
            way(notice)
        except NoticeError as error:
            undelivered.append(str(error))
    if undelivered:
        raise NoticeError("; ".join(undelivered))


def log(notice: Notice) -> None:
    logger.error("%s: %s", notice.subject, notice.text)


def post(address: str, notice: Notice) -> None:
    # `text` alone is what chat services show.
    body = asdict(notice) | {"text": f"{notice.subject}\n{notice.in_plain_words()}"}
    try:
        answer = requests.post(address, json=body, timeout=TIMEOUT_SECONDS, allow_redirects=False)
        answer.raise_for_status()
    except requests.RequestException as error:
        raise NoticeError(f"the webhook took no notice: {type(error).__name__}") from error


def mail(server: str, sender: str, recipient: str, notice: Notice) -> None:
    message = EmailMessage()
    message["Subject"] = " ".join(notice.subject.split())
    message["From"], message["To"] = sender, recipient
    message.set_content(notice.in_plain_words())
    host, _, port = server.rpartition(":")
    try:
        with smtplib.SMTP(host, int(port), timeout=TIMEOUT_SECONDS) as smtp:
            smtp.send_message(message)
    except (OSError, smtplib.SMTPException, ValueError) as error:
        raise NoticeError(f"{server} took no mail: {type(error).__name__}") from error
