"""The settings that Neo4j is started with, and the password that it is made with."""

import hashlib
import secrets
from pathlib import Path

from graph.server.home import write_private
from graph.server.options import Options

ROUNDS = 1024  # of SHA-256, as Neo4j reads them from auth.ini

GUARDED = {
    # A page in the user's browser can reach a local port: loopback alone is no protection.
    "dbms.security.auth_enabled": "true",
    # Wrong guesses must not lock the right password out; 256 random bits need no such brake.
    "dbms.security.auth_max_failed_attempts": "0",
    "server.bolt.enabled": "true",
    "server.http.enabled": "false",
    "server.https.enabled": "false",
    # LOAD CSV reads any file of the machine and fetches any address, unless it is told not to.
    "dbms.security.allow_csv_import_from_file_urls": "false",
    "internal.dbms.cypher_ip_blocklist": "0.0.0.0/0,::/0",
    "dbms.usage_report.enabled": "false",
    "client.allow_telemetry": "false",
    # It would hold the names of people. Community wrote none when it was tried with it on.
    "db.logs.query.enabled": "OFF",
    "db.logs.query.transaction.enabled": "OFF",
}

SIZED_FOR_A_LAPTOP = {
    # An empty store takes 517 MB otherwise.
    "db.tx_log.preallocate": "false",
    "db.tx_log.rotation.size": "16m",
    "db.tx_log.rotation.retention_policy": "2 files",
    # Ends what its client forgot. Loading writes in batches of seconds, and deriving a calendar
    # or building an index may take a minute; a console asks for a shorter limit by query.
    "db.transaction.timeout": "5m",
    "server.bolt.thread_pool_min_size": "2",
    "server.bolt.thread_pool_max_size": "40",
}


# An error carries what was asked: the 2026 server wrote a query that was stopped, with its
# parameters, to debug.log. So there is none; the log that is left says how the server starts
# and ends, and has no word of what Bolt answered to a query.
LOGS = {
    "server-logs.xml": """<?xml version="1.0" encoding="UTF-8"?>
<Configuration status="ERROR">
    <Loggers><Root level="OFF"/></Loggers>
</Configuration>
""",
    "user-logs.xml": """<?xml version="1.0" encoding="UTF-8"?>
<Configuration status="ERROR">
    <Appenders>
        <RollingRandomAccessFile name="Log"
                fileName="${config:server.directories.logs}/neo4j.log"
                filePattern="$${config:server.directories.logs}/neo4j.log.%02i">
            <PatternLayout pattern="%d{yyyy-MM-dd HH:mm:ss.SSSZ}{GMT+0} %-5p %m%n"/>
            <Policies><SizeBasedTriggeringPolicy size="20 MB"/></Policies>
            <DefaultRolloverStrategy fileIndex="min" max="5"/>
        </RollingRandomAccessFile>
    </Appenders>
    <Loggers>
        <Logger name="org.neo4j.bolt.fsm" level="OFF"/>
        <Root level="INFO"><AppenderRef ref="Log"/></Root>
    </Loggers>
</Configuration>
""",
}


def settings(options: Options, port: int) -> dict[str, str]:
    """Return all settings of a server on this port."""
    return {
        **GUARDED,
        **SIZED_FOR_A_LAPTOP,
        **options.version.settings,
        "server.bolt.listen_address": f"127.0.0.1:{port}",
        "server.bolt.advertised_address": f"127.0.0.1:{port}",
        "server.memory.pagecache.size": f"{options.page_cache}m",
        # All running queries together. No limit for one of them: a large deletion is one.
        "dbms.memory.transaction.total.max": f"{options.heap * 7 // 10}m",
    }


def write_conf(folder: Path, options: Options, port: int) -> Path:
    """Write the settings of a Neo4j home, and of its logs, and return their folder."""
    conf = folder / "conf"
    conf.mkdir(mode=0o700, parents=True, exist_ok=True)
    lines = (f"{name}={value}\n" for name, value in settings(options, port).items())
    write_private(conf / "neo4j.conf", "".join(lines))
    for name, text in LOGS.items():
        write_private(conf / name, text)
    return conf


def has_store(folder: Path) -> bool:
    """Return whether a Neo4j home was ever started: the system database has its passwords."""
    return (folder / "data" / "databases" / "system").exists()


def write_first_password(folder: Path, password: str) -> None:
    """Give a store that does not exist yet its password; Neo4j reads it at its first start.

    The store is never reachable with the default password, and ours is on no command line.
    """
    salt = secrets.token_bytes(32)
    digest = hashlib.sha256(salt + password.encode()).digest()
    for _ in range(ROUNDS - 1):
        digest = hashlib.sha256(digest).digest()
    dbms = folder / "data" / "dbms"
    dbms.mkdir(mode=0o700, parents=True, exist_ok=True)
    line = f"neo4j:SHA-256,{digest.hex()},{salt.hex()},{ROUNDS}:\n"
    write_private(dbms / "auth.ini", line)
