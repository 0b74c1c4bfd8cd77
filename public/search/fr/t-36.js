dossierSearch("t-36","A6 8TiS B0 k2B ")
