"""GET /healthz: which build is in service, or why there is none."""

from flask import Flask, Response, jsonify

from dashboard.database import Database, DatabaseMissing


def add_health(server: Flask, database: Database) -> None:
    """Register /healthz on `server`."""

    def healthz() -> tuple[Response, int]:
        try:
            build = database.edition().rows("build_info")[0]
        except DatabaseMissing as missing:
            return jsonify(status="unavailable", reason=str(missing)), 503
        build["built_at"] = build["built_at"].isoformat()
        return jsonify(status="ok", **build), 200

    server.add_url_rule("/healthz", "healthz", healthz)
