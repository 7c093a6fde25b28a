"""Plugins: find, block, load, ask and report."""

from lerendwerk_core.plugins.catalogue import Catalogue
from lerendwerk_core.plugins.data import DataPlugin
from lerendwerk_core.plugins.host import PluginHost, PluginRecord, PluginState

__all__ = ["Catalogue", "DataPlugin", "PluginHost", "PluginRecord", "PluginState"]
