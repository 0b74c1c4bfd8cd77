dossierSearch("t-44e","Aю lfvLHrIlBrC Bг 7TsLyG8P Bжн -C8I8CmB-BzDN2C-G8D9DkCEGuCtBmEG-B3ByE D_осет= n3B ")
<!-- dossier: search/ru/t-44e.js -->
