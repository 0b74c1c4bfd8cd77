dossierSearch("t-446","Aцел 7V1VqH Cнтр 8L Fальн tesQ6M Bитат xF Bхинв _qB6S ")
<!-- dossier: search/ru/t-446.js -->
