dossierSearch("t-44f","Aя 3qBH3C ")
