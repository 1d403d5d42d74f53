"""GET /healthz: which build is in service, or why there is none; the same 503 for any file."""

from flask import Flask, Response, jsonify

from dashboard.database import Database, DatabaseMissing


def add_health(server: Flask, database: Database) -> None:
    """Register /healthz on `server`, and what any address answers without a database."""

    def healthz() -> tuple[Response, int]:
        try:
            build = database.edition().rows("build_info")[0]
        except DatabaseMissing as missing:
            return jsonify(status="unavailable", reason=str(missing)), 503
        build["built_at"] = build["built_at"].isoformat()
        return jsonify(status="ok", **build), 200

    def unavailable(missing: DatabaseMissing) -> Response:
        return Response(f"{missing}\n", status=503, mimetype="text/plain")

    server.add_url_rule("/healthz", "healthz", healthz)
    server.register_error_handler(DatabaseMissing, unavailable)
