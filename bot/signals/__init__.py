"""Signals in a meeting: somebody is lost, somebody asks to go slower; counted without storing who."""
