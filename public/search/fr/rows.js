dossierSearch("rows",{"bits":8,"rows":7})
<!-- dossier: search/fr/rows.js -->
