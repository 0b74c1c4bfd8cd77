dossierSearch("t-31","A1 qcrX B0 xFyQ1G8GkJqO6BD C0 7XiO B1 69B B5 9HzDjKjGxf B7 7V B8 7XiO B9 8V5lB C41 ztB7G D5 1tB8G C87 qcrX D8 qcrX C92 9HzDjD7GKsDjClJqW5B D3 7HzDtGOipB0BB D4 7HzD D9 7HzDjDlDOjDKrlB ")
<!-- dossier: search/en/t-31.js -->
