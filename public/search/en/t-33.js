dossierSearch("t-33","A31 8CiwBsK ")
