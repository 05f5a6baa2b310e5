import pytest

from scrapers.errors import (
    EmptyPageError,
    PageBlockedError,
    ScriptRedirectError,
    SiteFailedError,
)
from scrapers.moderngov.refusals import refuse

URL = "http://democracy.elmsbridge.example/ieListDocuments.aspx?MId=1"

CLOUDFLARE = """<!DOCTYPE html><html><head><title>Just a moment...</title></head>
<body><script src="/cdn-cgi/challenge-platform/h/b/orchestrate"></script></body></html>"""
INCAPSULA = """<html><head><META NAME="robots" CONTENT="noindex,nofollow">
<script src="/_Incapsula_Resource?SWJIYLWA=5"></script><body></body></html>"""
AZURE = """<html><head><title>403 Forbidden</title></head><body><center><h1>403 Forbidden</h1>
</center><hr><center>Microsoft-Azure-Application-Gateway/v2</center></body></html>"""
F5 = """<html><head><title>Request Rejected</title></head><body>The requested URL was rejected.
Please consult with your administrator.<br>Your support ID is: 1</body></html>"""
GENERIC = (
    "<html><head><title>Access Denied</title></head><body><h1>Access Denied</h1></body></html>"
)


@pytest.mark.parametrize(
    ("page", "firewall"),
    [
        (CLOUDFLARE, "Cloudflare"),
        (INCAPSULA, "Incapsula"),
        (AZURE, "Azure gateway"),
        (F5, "F5"),
        (GENERIC, "a firewall"),
    ],
)
def test_a_firewalls_page_is_named_for_the_firewall(page, firewall):
    with pytest.raises(PageBlockedError, match=firewall):
        refuse(page, url=URL)


@pytest.mark.parametrize(
    "page",
    [
        "<html><head><title>Runtime Error</title></head><h1>Server Error in '/' Application."
        "</h1></body></html>",
        "<html><head><title>\n\tError\n</title></head><p>An unexpected error has occurred.</p>"
        "</body></html>",
        '<div id="modgov"><h1 class="mgMainTitleTxt">Error</h1><p>Sorry.</p></div>',
        "Missing parameter: lMeetingId.\n",
        "Web Service method name is not valid.",
    ],
)
def test_an_error_page_under_status_200_is_the_sites_failure(page):
    with pytest.raises(SiteFailedError):
        refuse(page, url=URL)


@pytest.mark.parametrize(
    ("page", "target"),
    [
        ("<script>window.location = 'https://new.example/ie.aspx';</script>", "https://new.example"),
        ("<script>location.replace('/moved.aspx')</script>", "/moved.aspx"),
        ('<meta http-equiv="refresh" content="0; url=https://new.example/">', "https://new.example/"),
        ('<script>function go(){var u = "https://" + window.location.hostname;'
         "window.location = u;} go();</script>", "https://democracy.elmsbridge.example"),
    ],
)  # fmt: skip
def test_a_page_that_only_sends_on_says_where_to(page, target):
    with pytest.raises(ScriptRedirectError, match=target):
        refuse(page, url=URL)


@pytest.mark.parametrize("page", ["", " \r\n\t ", "\ufeff\n"])
def test_an_answer_without_content_is_empty(page):
    with pytest.raises(EmptyPageError):
        refuse(page, url=URL)


@pytest.mark.parametrize(
    "page",
    [
        '<div id="modgov"><h1>Agenda</h1><p>Access denied to the site, 403 Forbidden, was noted. '
        "An error has occurred in the minutes. Incapsula incident ID.</p></div>",
        '<html><head><title>Error handling - Elmsbridge</title></head><body><div id="modgov">'
        "<script>window.location = 'x'</script><h1>Agenda item</h1></div></body></html>",
        "<?xml version=\"1.0\"?><meeting><agendatext>Forbidden. Server Error in '/'</agendatext>"
        "</meeting>",
        '<table class="mgTabTable"><tr><td>Access denied</td></tr></table>',
    ],
)
def test_a_real_page_is_never_refused_for_words_in_it(page):
    refuse(page, url=URL)


def test_a_long_run_of_blanks_takes_no_long_time():
    refuse(" " * 300_000 + "<p>words</p>", url=URL)
