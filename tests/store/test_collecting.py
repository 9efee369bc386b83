"""Rings of objects are looked for seldom while much is made, and as ever after it."""

import gc

import pytest

from graph.store.collecting import SELDOM, seldom_collecting


def test_it_is_seldom_while_it_lasts_and_as_before_after_it():
    usual = gc.get_threshold()
    with seldom_collecting():
        assert gc.get_threshold() == (SELDOM, *usual[1:])
        assert gc.isenabled()
    assert gc.get_threshold() == usual


def test_it_is_as_before_after_an_error_too():
    usual = gc.get_threshold()
    with pytest.raises(ZeroDivisionError), seldom_collecting():
        _ = 1 / 0
    assert gc.get_threshold() == usual
