"""The Neo4j versions that can be run, and what differs between them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.server.server_errors import UnknownVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One Neo4j release, whose jars are listed in jars/<number>.txt."""

    number: str
    series: str  # its stores are compatible within a series: one folder each
    main_class: str  # from META-INF/services/org.neo4j.server.startup.EntryPoint in its jar
    settings: Mapping[str, str] = field(default_factory=dict)  # an unknown one stops the start

    def is_meant_by(self, text: str) -> bool:
        """Return whether "5.26" or "5.26.30" names this version."""
        return f"{self.number}.".startswith(f"{text}.")


LTS = Version(
    number="5.26.30",
    series="5.26",
    main_class="org.neo4j.server.CommunityEntryPoint",
    settings={"internal.dbms.bolt.netty_server_shutdown_quiet_period": "0"},
)
CURRENT = Version(
    number="2026.08.1",
    series="2026",
    main_class="org.neo4j.server.Neo4jCommunity",
    settings={
        "internal.dbms.bolt.netty_server_shutdown_quiet_period_duration": "0s",
        # Both call out: a broadcast into the local network, and a cloud console.
        "server.fleet_discovery.enabled": "false",
        "dbms.fleet_manager.enabled": "false",
    },
)
VERSIONS = (LTS, CURRENT)


def choose(text: str) -> Version:
    """Return the version that a text such as "5.26", "2026" or "5.26.30" names.

    Raises:
        UnknownVersion: no version, or one whose jars are not listed.
    """
    for version in VERSIONS:
        if version.is_meant_by(text.strip()):
            return version
    raise UnknownVersion(text, [version.series for version in VERSIONS])
