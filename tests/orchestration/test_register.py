from datetime import UTC, date, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import dagster as dg
import pytest

from orchestration.defs.register import StatisticsConfig, official_statistics
from orchestration.home import Home
from scrapers.errors import StatisticsError
from tests.scrapers.test_ofsted import COVER, INSPECTION, VISIT, sheet
from tests.scrapers.workbooks import workbook

NOW = datetime(2027, 8, 30, 9, tzinfo=UTC)


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path / "home")


@pytest.fixture
def statistics(tmp_path):
    path = tmp_path / "statistics.ods"
    path.write_bytes(workbook({"Cover": COVER, "In year": sheet(INSPECTION, VISIT)}))
    return path


@pytest.fixture
def address(statistics):
    class Publisher(BaseHTTPRequestHandler):
        def do_GET(self):
            is_there = self.path == "/files/statistics.ods"
            body = statistics.read_bytes() if is_there else b"no"
            self.send_response(200 if is_there else 404)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Publisher)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/files/statistics.ods"
    server.shutdown()


def test_the_asset_takes_a_release_from_its_address(home, address):
    result = dg.materialize(
        [official_statistics],
        run_config=dg.RunConfig({"official_statistics": StatisticsConfig(source=address)}),
        resources={"home": home},
    )

    assert result.success
    [file] = home.statistics.files()
    assert file.source == address
    assert [o.event_type for _, o in home.statistics.releases()] == [
        "inspection",
        "monitoring_visit",
    ]


def test_the_same_file_twice_is_kept_once(home, statistics):
    first = home.statistics.add(str(statistics), as_at=None, now=NOW)
    again = home.statistics.add(str(statistics), as_at=None, now=NOW + timedelta(days=30))

    assert again == first
    assert len(home.statistics.files()) == 1


def test_of_two_files_of_one_release_the_later_one_counts(home, statistics):
    home.statistics.add(str(statistics), as_at=None, now=NOW)
    statistics.write_bytes(workbook({"Cover": COVER, "In year": sheet(VISIT)}))
    home.statistics.add(str(statistics), as_at=None, now=NOW + timedelta(days=1))

    assert [o.event_type for _, o in home.statistics.releases()] == ["monitoring_visit"]


def test_a_file_that_is_not_statistics_is_not_kept(home, statistics):
    home.statistics.add(str(statistics), as_at=None, now=NOW)
    statistics.write_bytes(b"<html>Sorry, this page has moved</html>")

    with pytest.raises(StatisticsError):
        home.statistics.add(str(statistics), as_at=date(2027, 3, 31), now=NOW)

    assert len(home.statistics.files()) == 1
