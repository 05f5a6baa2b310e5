"""The pages of a sample site: one function a page kind, from a story and a query to HTML.

Each gives None where the site knows no such thing. The shells are in `templates/`; what is
written in them is in `prose.py`. The XML service is `service.py`.
"""

from collections.abc import Callable, Mapping

from scrapers.samples.shells import moment, render
from scrapers.samples.story import Committee, Meeting, Story

Query = Mapping[str, str]  # names in lower case
Page = Callable[[Story, Query], str | None]

_WELSH = {
    "Venue": "Lleoliad",
    "Contact": "Cyswllt",
    "Items": "Eitemau",
    "No.": "Rhif.",
    "Item": "Eitem",
    "Additional documents": "Dogfennau ychwanegol",
    "Supporting documents": "Dogfennau ychwanegol",
    "Decision": "Penderfyniad",
    "Minutes": "Cofnodion",
    "pdf icon": "pdf eicon",
}
_HEADINGS = {
    "nothing": "Meeting",
    "agenda": "Agenda",
    "draft minutes": "Agenda and draft minutes",
    "minutes": "Agenda and minutes",
    "decisions and minutes": "Agenda, decisions and minutes",
}
_LISTINGS = {
    "nothing": "",
    "agenda": "Agenda",
    "draft minutes": "Agenda, Draft minutes",
    "minutes": "Agenda, Minutes",
    "decisions and minutes": "Agenda, Decisions, Minutes",
}


def committee_list(story: Story, query: Query) -> str | None:
    categories: dict[str, list[Committee]] = {}
    for committee in story.committees:
        categories.setdefault(committee.category, []).append(committee)
    return _render("committees.html", story, heading="Committees", categories=categories)


def committee_structure(story: Story, query: Query) -> str | None:
    page = committee_list(story, query)
    return page and page.replace("Committees</h1>", "Committee structure</h1>")


def committee_details(story: Story, query: Query) -> str | None:
    if not (committee := _committee(story, query.get("id"))):
        return None
    return _render("committee.html", story, heading="Committee details", committee=committee)


def meeting_list(story: Story, query: Query) -> str | None:
    committee = _committee(story, query.get("committeeid") or query.get("cid"))
    if not committee:
        return None
    everything = story.meetings_of(committee)
    year = query.get("year", "")
    asked = query.get("d", "")
    size = story.site.meetings_per_page
    if year.isdecimal() and year != "0":
        shown = [meeting for meeting in everything if meeting.on.year == int(year)]
    elif query.get("act", "").lower() in {"earlier", "prev"} and asked:
        shown = [meeting for meeting in everything if moment(meeting) < asked][-size:]
    elif query.get("act") == "later" and asked:
        shown = [meeting for meeting in everything if moment(meeting) > asked][:size]
    else:
        shown = everything[-size:]
    return _render(
        "meetings.html",
        story,
        heading="Browse meetings",
        committee=committee,
        meetings=shown[::-1],
        years=sorted({meeting.on.year for meeting in everything}),
        has_earlier=bool(shown) and shown[0] != everything[0],
        has_later=bool(shown) and shown[-1] != everything[-1],
    )


def meeting_documents(story: Story, query: Query) -> str | None:
    meeting = _meeting(story, query.get("mid") or query.get("meetingid"))
    if not meeting:
        return None
    heading = _HEADINGS[meeting.published]
    welsh = {"Agenda and minutes": "Rhaglen a chofnodion"}[heading] if meeting.welsh_date else None
    return _render(
        "meeting.html", story, heading=welsh or heading, meeting=meeting, label=_labels(meeting)
    )


def agenda_item(story: Story, query: Query) -> str | None:
    for meeting, item in story.items():
        if str(item.id) == query.get("id") and not item.is_heading:
            return _render(
                "item.html",
                story,
                heading="Agenda item",
                meeting=meeting,
                item=item,
                label=_labels(meeting),
            )
    return None


def issue_details(story: Story, query: Query) -> str | None:
    return _issue("issue.html", "Issue details", story, query)


def issue_meetings(story: Story, query: Query) -> str | None:
    return _issue("issue_meetings.html", "Issue - meetings", story, query)


def decision_details(story: Story, query: Query) -> str | None:
    wanted = query.get("aiid") or query.get("id")
    for meeting, item in story.items():
        if str(item.id) == wanted and item.decision and meeting.has_minutes:
            return _render(
                "decision.html", story, heading="Decision details", meeting=meeting, item=item
            )
    return None


def attendance(story: Story, query: Query) -> str | None:
    if not (meeting := _meeting(story, query.get("id"))):
        return None
    return _render("attendance.html", story, heading="Meeting attendance", meeting=meeting)


def restricted_reasons(story: Story, query: Query) -> str | None:
    for meeting, item in story.items():
        if query.get("oid") == str(item.id) or query.get("id") == str(item.restriction_id):
            return _render(
                "restricted.html", story, heading="Reasons restricted", meeting=meeting, item=item
            )
    return None


def person(story: Story, query: Query) -> str | None:
    for name, number in story.people.items():
        if str(number) == query.get("uid"):
            return _render("person.html", story, heading="Councillor details", person=name)
    return None


def error(story: Story, query: Query) -> str | None:
    return _render("error.html", story, heading="Error")


def service_error(story: Story, query: Query) -> str:
    """What a site without the XML service answers, under status 200."""
    return render("service_error.html", story=story)


def index(stories: dict[str, Story]) -> str:
    """The list of the sample councils, for a person who opens the server's root."""
    return render("index.html", stories=stories.values())


PAGES: dict[str, Page] = {
    "mglistcommittees.aspx": committee_list,
    "mgcommitteestructure.aspx": committee_structure,
    "iedochome.aspx": committee_list,
    "mgcommitteedetails.aspx": committee_details,
    "ielistmeetings.aspx": meeting_list,
    "ielistdocuments.aspx": meeting_documents,
    "mgai.aspx": agenda_item,
    "mgissuehistoryhome.aspx": issue_details,
    "ieissuedetails.aspx": issue_meetings,
    "iedecisiondetails.aspx": decision_details,
    "mgmeetingattendance.aspx": attendance,
    "mgreasonsrestricted.aspx": restricted_reasons,
    "mguserinfo.aspx": person,
    "mgerror.aspx": error,
}


def _issue(template: str, heading: str, story: Story, query: Query) -> str | None:
    number = query.get("iid", "")
    if not number.isdecimal() or int(number) not in story.issues:
        return None
    entries = [(meeting, item) for meeting, item in story.items() if item.issue == int(number)]
    return _render(
        template,
        story,
        heading=heading,
        issue=int(number),
        title=story.issues[int(number)],
        entries=entries[::-1],
        label=lambda words: words,
    )


def _render(template: str, story: Story, **values: object) -> str:
    page = render(template, story=story, site=story.site, listings=_LISTINGS, **values)
    return "\ufeff\n\n" + page if story.site.has_byte_order_mark else page


def _committee(story: Story, number: str | None) -> Committee | None:
    return next((each for each in story.committees if str(each.id) == number), None)


def _meeting(story: Story, number: str | None) -> Meeting | None:
    return next((each for each in story.meetings if str(each.id) == number), None)


def _labels(meeting: Meeting) -> Callable[[str], str]:
    return lambda words: _WELSH[words] if meeting.welsh_date else words
