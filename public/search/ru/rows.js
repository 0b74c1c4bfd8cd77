dossierSearch("rows",{"bits":8,"rows":7})
