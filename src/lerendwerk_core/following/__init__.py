"""A trajectory as a series of dated states: what changed between two of them, in every stage (C#40)."""

from lerendwerk_core.following.changes import Change, changes
from lerendwerk_core.following.facts import Fact
from lerendwerk_core.following.follow import Following, State, Topic, follow
from lerendwerk_core.following.stages import facts_of

__all__ = ["Change", "Fact", "Following", "State", "Topic", "changes", "facts_of", "follow"]
