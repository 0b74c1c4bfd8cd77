dossierSearch("t-44f","Aя 3qBH3CrFrB Bзык xFuXxgB Bнвар 2H-IqV ")
<!-- dossier: search/ru/t-44f.js -->
