"""Who would like to speak in a meeting: the order of hands, for whoever chairs."""
