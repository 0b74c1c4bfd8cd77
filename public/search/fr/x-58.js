dossierSearch("x-58",[[232,0,"Vanuatu – reconnaît : Abkhazie (mai 2011 – 2013)",1,"Le Vanuatu ne figure pas dans l’article. Il a reconnu l’Abkhazie en mai 2011 et a retiré cette reconnaissance en 2013, avant que l’article ne soit écrit ; la note de la rédaction le mentionne pour que la liste soit complète."]])
<!-- dossier: search/fr/x-58.js -->
