dossierSearch("x-50",[])
<!-- dossier: search/ru/x-50.js -->
