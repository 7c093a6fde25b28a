"""
What the author of a plugin would want tested, ready to be called from the plugin's own tests.

A check takes a workbench with the plugin in it and the key of a contribution, and raises an
``AssertionError`` that says what is missing. It needs no test runner; with pytest::

    @pytest.mark.parametrize("check", REGIE_MODEL_CHECKS)
    def test_a_model_is_whole(bench, check):
        check(bench, "my_model")
"""

from lerendwerk_core.testing.regie import REGIE_MODEL_CHECKS

__all__ = ["REGIE_MODEL_CHECKS"]
