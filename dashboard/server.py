"""The web server: Streamlit's own, with two things before it.

A policy lets the browser run Streamlit's scripts and none besides, and load nothing from anywhere
else: words of a page that got past every escape would still be dead. And a page's own address,
typed or loaded again, is sent in by the front door: below it Streamlit's browser part first looks
for its server in vain, which is slower and leaves errors in the console.
"""

import base64
import hashlib
import re
from pathlib import Path

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Loading the frame here also spares the first visitor the wait for its libraries.
from dashboard.frame import PAGES


def policy(index: str) -> str:
    """The Content-Security-Policy for Streamlit's page, whose own inline scripts are known."""
    inline = re.findall(r"<script>(.*?)</script>", index, re.DOTALL)
    digests = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in inline]
    known = " ".join(f"'sha256-{digest}'" for digest in digests)
    return "; ".join(
        [
            "default-src 'self'",
            # Charts are compiled from their description as they are drawn.
            f"script-src 'self' 'unsafe-eval' {known}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


INDEX = Path(st.__file__).parent / "static" / "index.html"
HEADERS = {
    "Content-Security-Policy": policy(INDEX.read_text(encoding="utf-8")),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class Door:
    """Sends page addresses round to the front, and gives every answer the policy."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        page = scope["path"].strip("/")
        if page in PAGES:
            query = scope["query_string"].decode("ascii", "replace")
            front = RedirectResponse(f"/?page={page}&{query}".rstrip("&"))
            await front(scope, receive, send)
            return

        async def send_with_policy(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await self.app(scope, receive, send_with_policy)


app = st.App(Path(__file__).with_name("app.py"), middleware=[Middleware(Door)])
