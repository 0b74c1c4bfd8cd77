dossierSearch("t-448","Aштаты _K ")
