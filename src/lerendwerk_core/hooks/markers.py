"""The pluggy markers: ``hookimpl`` on what a plugin implements, ``hookspec`` on what there is."""

import pluggy

PROJECT = "lerendwerk"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)
