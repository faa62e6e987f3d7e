"""Decisions about anonymous questions; pure, by subject.

The types carry the anonymity: an `AnonymousQuestion` has no account to leak, a `Claim` is a handle that
only its owner can compute, and an account is named in acts alone, which never leave a sealed block.
"""
