"""What the environment decides."""

from psdt.settings import allowed_hosts


def test_on_this_machine_only_its_names_are_known(monkeypatch):
    monkeypatch.delenv("PSDT_PUBLIC_URL", raising=False)

    assert allowed_hosts("127.0.0.1") == ["127.0.0.1", "localhost"]


def test_on_all_addresses_any_name_will_do_unless_it_is_told(monkeypatch):
    monkeypatch.delenv("PSDT_PUBLIC_URL", raising=False)
    assert allowed_hosts("0.0.0.0") == []

    monkeypatch.setenv("PSDT_PUBLIC_URL", "https://projet.exemple.fr/")
    assert allowed_hosts("0.0.0.0") == ["127.0.0.1", "localhost", "projet.exemple.fr"]
