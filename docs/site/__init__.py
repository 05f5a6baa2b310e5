"""The docs site: hand-written pages, and pages made from the published snapshot."""
