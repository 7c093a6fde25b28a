"""
The nouns of the domain: frozen attrs classes, no files, no graphs, no clock, no randomness.

One module a subject, in the order of a trajectory: ``municipality``, ``people``, ``checklist``,
``regie``, ``process``, ``composition``, ``goals``, ``learning``, ``outcomes``; ``dossier`` holds them
all and ``contracts`` what the stages promise each other.
"""
