"""Two rehearsals from one seed that differ in one hidden press: nobody else can tell which is which."""
