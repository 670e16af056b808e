"""``goldenthread consistency``: is it the child's circumstances, or who looked?"""
