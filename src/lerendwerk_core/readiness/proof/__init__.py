"""What would make the advice another, what it takes to reach one, and what carried a change."""
