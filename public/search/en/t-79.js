dossierSearch("t-79","Ayear xF3BsDrL2ImCyE7BmElBqFuBsG0CF Bou 69B Dr 57B ")
<!-- dossier: search/en/t-79.js -->
