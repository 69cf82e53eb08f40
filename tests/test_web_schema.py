"""What schemathesis makes of the API's own description: whatever is sent, no answer is a fault
of the server.

A short run; `KEHOACH_SCHEMA_EXAMPLES=500` (`make fuzz-web`) is the long one.
"""

import os

import pytest
from hypothesis import HealthCheck, given, settings
from web_office import opened, send_files

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")
requests = pytest.importorskip("requests")

EXAMPLES = int(os.environ.get("KEHOACH_SCHEMA_EXAMPLES", "2"))


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """A browser in front of a page with two plans, and the token of its session."""
    with opened(tmp_path_factory.mktemp("schema") / "plans.db") as client:
        send_files(client, ("duoi-nuoc-4-pgddt-thanh-lam.txt", "duoi-nuoc-2-ubnd-nghe-an.txt"))
        yield client, client.get("/api/v1/me").json()["csrf"]


def test_no_request_is_a_fault_of_the_server(office):
    """Each operation with made-up requests; an id that exists stands in for every second one."""
    client, token = office
    row = client.get("/api/v1/documents").json()["rows"][0]["id"]
    schema = schemathesis.openapi.from_dict(client.get("/api/v1/openapi.json").json())
    asked: dict[str, set[int]] = {}

    def ask(case):
        if "document_id" in case.path_parameters and len(repr(case.query)) % 2:
            case.path_parameters["document_id"] = row
        if case.method != "GET":
            case.headers["x-csrf-token"] = token
        sent = case.as_transport_kwargs(base_url="http://127.0.0.1:8321")
        made = requests.Request(**sent).prepare()
        answer = client.request(
            made.method, made.url, headers=made.headers, content=made.body or b""
        )
        codes = asked.setdefault(f"{case.method} {case.path}", set())
        codes.add(answer.status_code)
        assert answer.status_code < 500, (case.as_curl_command(), answer.text)

    for found in schema.get_all_operations():
        operation = found.ok()
        limited(given(operation.as_strategy())(ask))()
    assert len(asked) >= 12
    assert all(codes & {200, 400, 404, 422} for codes in asked.values()), asked
    assert sum(200 in codes for codes in asked.values()) >= 6, asked


limited = settings(
    max_examples=EXAMPLES, deadline=None, derandomize=EXAMPLES < 100, database=None,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
