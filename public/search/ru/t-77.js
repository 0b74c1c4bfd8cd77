dossierSearch("t-77","Awithdrawal va ")
<!-- dossier: search/ru/t-77.js -->
