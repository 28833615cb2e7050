"""Which city a name means, or brings to mind, in whichever language it is written."""
