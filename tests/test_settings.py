from pathlib import Path

from platformdirs import user_data_path

from graph.settings import Settings


def test_nothing_set_means_the_managed_server_in_the_users_data_folder():
    found = Settings.from_env({})
    assert (found.neo4j_uri, found.home) == (None, user_data_path("kinthread"))


def test_the_environment_names_a_server_of_the_users_own():
    found = Settings.from_env(
        {
            "NEO4J_URI": "neo4j://far",
            "NEO4J_USER": "ana",
            "NEO4J_PASSWORD": "x",
            "GRAPH_HOME": "/h",
        }
    )
    assert found == Settings(neo4j_uri="neo4j://far", user="ana", password="x", home=Path("/h"))  # noqa: S106


def test_set_but_empty_is_not_set():
    assert Settings.from_env({"NEO4J_URI": "", "NEO4J_DATABASE": "", "GRAPH_HOME": ""}) == (
        Settings.from_env({})
    )


def test_a_password_is_never_shown():
    assert "secret" not in repr(Settings(password="secret"))  # noqa: S106
