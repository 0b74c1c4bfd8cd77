dossierSearch("x-15",[])
<!-- dossier: search/ru/x-15.js -->
