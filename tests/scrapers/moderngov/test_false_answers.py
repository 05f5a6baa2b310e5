"""Answers with status 200 that are not the page: each has its error, and is asked for again."""

import pytest

from tests.scrapers.moderngov.style_sites import StyledSite
from tests.scrapers.moderngov.styles import Style
from tests.scrapers.moderngov.test_styles import NIGHT, NOON, crawled, playing, records, wanted

ANSWERS = {
    "PageBlockedError": "<html><head><title>Just a moment...</title></head></html>",
    "SiteFailedError": "<html><head><title>Runtime Error</title></head>Server Error in '/'</html>",
    "ScriptRedirectError": "<html><script>window.location = 'https://x.example/'</script></html>",
    "EmptyPageError": "\ufeff\r\n\r\n",
    "PageChangedError": '<div id="modgov"><h1>Agenda and minutes</h1><h2>Cabinet - 6 January 2026'
    " 11.00 am</h2><table class='renamed'></table></div>",
}


class Faltering(StyledSite):
    """One meeting of it answers with something else, as long as told."""

    false_answer: str | None = None

    def _page(self, file, query):
        is_it = query.get("mid") == str(wanted(self)[3].meeting_id)
        if file == "ielistdocuments.aspx" and is_it and self.false_answer is not None:
            return self.false_answer
        return super()._page(file, query)


@pytest.fixture
def faltering():
    with playing(Style("faltering"), has_cuts=False) as sites:
        site = sites["faltering"]
        site.__class__ = Faltering
        yield site


@pytest.mark.parametrize("error", ANSWERS)
def test_each_false_answer_has_its_own_error_and_is_asked_for_again(faltering, tmp_path, error):
    faltering.false_answer = ANSWERS[error]
    (failure,) = crawled(faltering, tmp_path)
    assert failure.error == error
    assert failure.page_key == f"meeting_documents:{wanted(faltering)[3].meeting_id}"
    if error == "PageChangedError":
        assert "'table.mgItemTable'" in failure.error_message

    faltering.false_answer = None
    faltering.requests.clear()

    assert crawled(faltering, tmp_path, now=NOON + NIGHT) == []
    assert any(f"MId={failure.page_key.partition(':')[2]}" in path for path in faltering.requests)
    pages = [kind for kind, _ in records(tmp_path) if kind == "meeting_documents"]
    assert len(pages) == len(wanted(faltering))
