"""Trust: what was checked against Ofsted, what is missing and why, and what it cost the sites."""

from dataclasses import asdict
from typing import Any

from dashboard import downloads
from dashboard.drawing import draw
from dashboard.questions import trust as questions
from dashboard.receipts import latest_receipts
from dashboard.snapshot import Snapshot
from orchestration.home import Home


def show(snapshot: Snapshot, home: Home) -> None:
    certificate = snapshot.beside("accuracy.json") or {}
    official: dict[str, Any] | None = certificate.get("official")
    differences = official["disagreements"] if official else []
    comments = questions.comments(snapshot)
    draw(
        "trust_head.html",
        official=official,
        explained=bool(differences) and all(row["explanation"] for row in differences),
        totals=questions.totals(snapshot),
        comments=comments,
    )
    draw("trust_differences.html", differences=differences)
    if differences:
        downloads.offer_rows("differences", differences)
    draw("trust_contradictions.html", rows=questions.disagreements(snapshot))
    downloads.offer(snapshot, "contradictions", questions.DISAGREEMENTS)
    draw("trust_completeness.html", rows=questions.completeness(snapshot), comments=comments)
    downloads.offer(snapshot, "completeness", questions.COMPLETENESS)
    receipts = latest_receipts(home)
    draw("trust_receipts.html", receipts=receipts)
    if receipts:
        downloads.offer_rows("receipts", [asdict(receipt) for receipt in receipts])
