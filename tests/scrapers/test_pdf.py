import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrapers.errors import EmptyPageError, PageChangedError, ScrapeError
from scrapers.pdf import pdf_text


def pdf(*pages: list[str]) -> bytes:
    """A PDF with these lines on its pages."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    font = "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    for lines in pages:
        shown = " T* ".join(f"({line}) Tj" for line in lines)
        stream = f"BT /F1 11 Tf 14 TL 50 800 Td {shown} ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources {font} "
            f"/Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    body = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(body)
    return (
        body
        + (
            f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
            f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
        ).encode()
    )


def test_the_text_of_every_page_is_read_in_order():
    body = pdf(["Dear Director", "Monitoring visit of 4 March 2025"], ["Yours sincerely"])

    text, count, is_whole = pdf_text(body, url="x")

    assert text == "Dear Director\nMonitoring visit of 4 March 2025\n\nYours sincerely"
    assert (count, is_whole) == (2, True)


def test_a_pdf_of_pictures_is_said_to_have_no_text():
    with pytest.raises(EmptyPageError, match="without text"):
        pdf_text(pdf([""]), url="x")


def test_a_page_in_place_of_a_pdf_is_refused():
    with pytest.raises(PageChangedError, match="expected a PDF"):
        pdf_text(b"<html>Just a moment</html>", url="x")


@settings(max_examples=60)
@given(st.data())
def test_a_broken_pdf_is_an_error_of_ours_or_is_read(data):
    whole = bytearray(pdf(["Dear Director"], ["Yours"]))
    for _ in range(data.draw(st.integers(1, 20))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))

    try:
        text, count, _ = pdf_text(bytes(whole), url="x")
    except ScrapeError:
        return
    assert text
    assert count
