dossierSearch("t-444","Aфедерация _L ")
