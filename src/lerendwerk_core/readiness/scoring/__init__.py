"""Numbers beside the advice: scoring models, missing answers, and what it would bring to mend items."""
