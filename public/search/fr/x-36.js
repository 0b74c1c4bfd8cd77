dossierSearch("x-36",[[144,1,"Dmitri Bokarev est l’auteur de l’article sur les projets de l’OTSC pour 2020, publié par New Eastern Outlook le 10 décembre 2019. Sauf mention contraire, les appréciations que contient ce dossier sont les siennes ; il plaide notamment pour l’unité des membres et pour des partenaires à la frontière sud."],[146]])
<!-- dossier: search/fr/x-36.js -->
