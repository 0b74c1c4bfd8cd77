dossierSearch("x-9",[])
<!-- dossier: search/ru/x-9.js -->
