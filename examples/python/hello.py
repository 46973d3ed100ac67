import stead

with stead.open("hello.db") as engine:
    admin = stead.Person(name="Hank White", email="hankwhite@cubeflakes.com")
    account = engine.accounts.create(name="Cubeflakes", admin=admin)
    hank = engine.session(account.admin_user_id)
    luther = hank.identities.create(name="Luther Cooper", email="luthercooper@cubeflakes.com")  # plans the mail to him
    print(f"The identity of {luther.name} is {luther.status}.")
    answer = hank.explain("document.send", for_=luther.email)
    print("May Hank send for Luther?", "Yes." if answer else "No.")
    print(answer.text)
